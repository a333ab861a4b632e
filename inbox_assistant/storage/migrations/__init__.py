"""How the file of a profile came to its present shape, one step a module.

``sequence`` lists the steps; each module beside it holds the statements of one.
"""
