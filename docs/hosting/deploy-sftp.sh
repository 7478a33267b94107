#!/bin/sh
# Puts _site/ on a webspace that speaks SFTP only; needs lftp. Call: docs/hosting/deploy-sftp.sh sftp://user@host /htdocs
# First what no page shows yet, then the pages, last what is gone: nobody meets a page without its parts.
set -eu
site="$(dirname "$0")/../../_site"
test -f "$site/index.html" || { echo 'First: npm run build' >&2; exit 1; }
cp "$(dirname "$0")/apache.htaccess" "$site/.htaccess"
lftp -c "
set cmd:fail-exit yes
open '$1'
mirror --reverse --no-perms --exclude-glob *.html '$site' '$2'
mirror --reverse --no-perms '$site' '$2'
mirror --reverse --no-perms --delete '$site' '$2'
"
