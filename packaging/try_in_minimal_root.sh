#!/usr/bin/env bash
# Proves the README's commands on a system that holds nothing but Python.
#
# Makes a minimal Debian with mmdebstrap, puts the last commit into it and runs what a
# person would run. Wants root, mmdebstrap and git; leaves nothing behind.
#
#   packaging/try_in_minimal_root.sh            Debian 12
#   SUITE=trixie packaging/try_in_minimal_root.sh
#
# The way to the package indexes is taken from this machine: proxies, pip's variables
# and configuration, the certificates it trusts, and MIRROR if that is set.
set -euo pipefail

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

make_root() {
    mmdebstrap --quiet --variant=minbase --include=python3,ca-certificates \
        "$suite" "$root" ${MIRROR:+"$MIRROR"}
    mkdir -p "$root$place"
    git -C "$checkout" archive HEAD | tar --extract --directory "$root$place"
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

make_root
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
    '[ -z "$(find ~ -name "inbox-assistant*" 2>/dev/null)" ] && echo untouched'
expect 0 '^[0-9][0-9.]*$' root sh -c \
    'python3 -m venv ~/tried && ~/tried/bin/pip install -q "$0" &&
    ~/tried/bin/inbox-assistant --version' "$place"

if [ "$failures" -ne 0 ]; then
    echo "$failures of the commands did not do what the README promises."
    exit 1
fi
echo "Every command did what the README promises."
