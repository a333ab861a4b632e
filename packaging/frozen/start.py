"""Starts the frozen program, and the processes that it starts of itself."""

import multiprocessing

from inbox_assistant.__main__ import main

if __name__ == "__main__":
    # A check on several cores starts this program anew for each of them.
    multiprocessing.freeze_support()
    main()
