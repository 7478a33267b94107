#!/usr/bin/env bash
# Puts the built site on plain webspace: everything new first, then what is gone is deleted, so that no page ever
# points to a file that is not there yet.
#   docs/hosting/deploy.sh user@webspace.example.org:/htdocs/
set -euo pipefail
target="${1:?Usage: docs/hosting/deploy.sh user@host:/folder/}"
cd "$(dirname "$0")/../.."
test -f _site/index.html || { echo 'There is no built site: npm run build' >&2; exit 1; }
cp docs/hosting/apache.htaccess _site/.htaccess
rsync --recursive --links --times --compress --delay-updates _site/ "$target"
rsync --recursive --links --times --compress --delete-after _site/ "$target"
