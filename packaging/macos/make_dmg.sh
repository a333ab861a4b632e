#!/usr/bin/env bash
# Puts the bundle that freeze.py made into a disk image. Wants macOS.
#
#   python3 packaging/frozen/freeze.py && packaging/macos/make_dmg.sh
#
# With SIGN_AS set to the name of a Developer ID the bundle is signed for the hardened
# runtime; without it the image is for trying only, and macOS says so when it is opened.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' inbox_assistant/__init__.py)
bundle="dist/Inbox Assistant.app"
[ -d "$bundle" ] || { echo "$bundle is missing: run packaging/frozen/freeze.py." >&2; exit 2; }

if [ -n "${SIGN_AS:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$SIGN_AS" "$bundle"
    codesign --verify --strict "$bundle"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$bundle" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -quiet -ov -fs HFS+ -volname "Inbox Assistant $version" \
    -srcfolder "$folder" "dist/inbox-assistant-$version.dmg"
echo "dist/inbox-assistant-$version.dmg"
