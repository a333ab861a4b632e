#!/usr/bin/env bash
# Proves the ways to the program on systems that hold next to nothing.
#
# Makes a minimal Debian with mmdebstrap for each way, puts the last commit or what was
# built from it there, and does what a person would do. Wants root, mmdebstrap and git,
# for the package and pipx also the environment of the tests; leaves nothing behind.
#
#   packaging/try_in_minimal_root.sh            the commands of the README, Debian 12
#   packaging/try_in_minimal_root.sh deb        the .deb in dist/, without any Python
#   packaging/try_in_minimal_root.sh pipx       the wheel in dist/, installed by pipx
#   SUITE=trixie packaging/try_in_minimal_root.sh
#
# The way to the package indexes is taken from this machine: proxies, pip's variables
# and configuration, the certificates it trusts, and MIRROR if that is set.
set -euo pipefail

way=${1:-commands}
if [ "${INSIDE:-}" != yes ]; then
    # Mounts and processes of this namespace end with it, however it ends.
    exec env INSIDE=yes unshare --mount --pid --fork --kill-child "$0" "$@"
fi

suite=${SUITE:-bookworm}
checkout=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp --directory)
root=$work/root
place='/srv/a checkout' # with a space, as in many a person's folder
failures=0

clean_up() {
    umount --recursive "$root/dev" "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT

# make_root PACKAGES: a root with these packages and nothing else that is not needed.
make_root() {
    mmdebstrap --quiet --variant=minbase --include="$1" \
        "$suite" "$root" ${MIRROR:+"$MIRROR"}
    mkdir -p "$root$place"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    if [ -e /etc/pip.conf ]; then cp /etc/pip.conf "$root/etc/pip.conf"; fi
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --make-rslave "$root/dev"
}

# enter USER COMMAND…: run a command inside, without a terminal.
enter() {
    local user=$1 settings
    shift
    mapfile -t settings < <(
        env | grep -iE '^(pip_(cert|(extra_)?index_url|default_timeout|trusted_host)|(https?|no|all)_proxy)='
    )
    env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="/tmp/home-$user" \
        LANG=C.UTF-8 CI=true "${settings[@]}" \
        chroot --userspec="$user" "$root" "$@" </dev/null
}

# expect CODE WORDS USER COMMAND…: run it, compare its exit code and look for WORDS.
expect() {
    local code=$1 words=$2 started=$SECONDS got=0 verdict=ok
    shift 2
    echo "--- as $*"
    enter "$@" >"$work/output" 2>&1 || got=$?
    if [ "$got" -ne "$code" ] || { [ "$words" ] && ! grep -q -- "$words" "$work/output"; }; then
        verdict=FAILED
        failures=$((failures + 1))
        cat "$work/output"
    else
        tail --lines=3 "$work/output"
    fi
    echo "$verdict: exit $got, expected $code and '$words'; $((SECONDS - started)) s"
}

# do_a_day COMMAND…: mail in, queue, check, reply out, with servers outside the root.
do_a_day() {
    echo "--- a day with $*"
    if "$checkout/.venv/bin/python" "$checkout/packaging/try_a_day.py" --root "$root" \
        -- chroot "$root" "$@" 2>"$work/errors" | tail --lines=3 | tee "$work/output" &&
        grep -q '^1 passed' "$work/output"; then
        echo ok
    else
        echo FAILED
        failures=$((failures + 1))
        cat "$work/errors"
    fi
}

try_commands() {
    make_root python3,ca-certificates
    git -C "$checkout" archive HEAD | tar --extract --directory "$root$place"
    echo "A minimal $suite: $(du -sh --one-file-system "$root" | cut -f1), $(enter root python3 --version)"
    expect 2 'There is no screen' root python3 "$place/run.py"
    expect 2 'sudo apt-get install -y .* libgl1 .* dovecot-imapd' \
        nobody python3 "$place/run.py" test
    expect 0 ' passed in ' root "$place/.ci/run"
    # The mail server of the tests was not started as a service, and may be from now on.
    expect 0 'clean' root sh -c \
        '[ ! -e /usr/sbin/policy-rc.d ] && [ ! -e /run/dovecot/master.pid ] && echo clean'
    expect 0 ' passed in ' root python3 "$place/run.py" test
    expect 0 '' root xvfb-run -a python3 "$place/run.py" demo --quit-after 5
    expect 0 'untouched' root sh -c \
        '[ -z "$(find ~ -name "inbox-assistant*" -not -path "*/.cache/*" 2>/dev/null)" ] && echo untouched'
    expect 0 '^[0-9][0-9.]*$' root sh -c \
        'python3 -m venv /srv/tried && /srv/tried/bin/pip install -q "$0" &&
        /srv/tried/bin/inbox-assistant --version' "$place"
    do_a_day /srv/tried/bin/inbox-assistant
}

try_deb() {
    make_root ca-certificates
    cp "$checkout"/dist/inbox-assistant_*.deb "$root/tmp/inbox-assistant.deb"
    expect 0 '' root apt-get -q update
    expect 0 'Setting up inbox-assistant' root apt-get -q install --yes \
        --no-install-recommends /tmp/inbox-assistant.deb
    expect 127 '' root sh -c 'python3 --version'
    expect 2 'There is no screen' root inbox-assistant
    do_a_day /usr/bin/inbox-assistant
    expect 0 '' root apt-get -q purge --yes inbox-assistant
    expect 0 'gone' root sh -c \
        '[ ! -e /usr/lib/inbox-assistant ] && [ ! -e /usr/bin/inbox-assistant ] && echo gone'
}

try_pipx() {
    make_root python3,ca-certificates
    mkdir -p "$root/srv/wheel"
    cp "$checkout"/dist/inbox_assistant-*.whl "$root/srv/wheel/"
    # shellcheck disable=SC2046 # a list of words
    expect 0 '' root sh -c 'apt-get -q update && DEBIAN_FRONTEND=noninteractive \
        apt-get -q install --yes --no-install-recommends pipx "$@"' sh \
        $(sed -n '/^# to set up/,/^# for the tests/p' "$checkout/packaging/apt-packages.txt" | grep -v '^#')
    expect 0 'installed package inbox-assistant' root sh -c \
        'PIPX_HOME=/srv/pipx PIPX_BIN_DIR=/usr/local/bin pipx install /srv/wheel/*.whl'
    do_a_day /usr/local/bin/inbox-assistant
}

"try_$way"

if [ "$failures" -ne 0 ]; then
    echo "$failures of the commands did not do what the README promises."
    exit 1
fi
echo "Every command did what the README promises."
