#!/bin/sh
# Writes, as Markdown, what differs in dist/ from a commit, and what is found there: sh ci/mesh-changes.sh COMMIT > mesh-changes.md
set -eu

# So that Git tells of new files, too.
git add --intent-to-add dist/

echo '## Changes in `dist/`'
echo
if git diff --quiet "$1" -- dist/; then
  echo 'None.'
else
  patch=$(mktemp)
  git diff "$1" -- dist/ > "$patch"
  echo '````text'
  git diff --stat "$1" -- dist/
  echo '````'
  echo
  echo '<details><summary>All of it</summary>'
  echo
  echo '````diff'
  # A comment holds 65,536 characters.
  head -c 40000 "$patch"
  echo
  echo '````'
  if [ "$(wc -c < "$patch")" -gt 40000 ]; then
    echo 'The rest is too long for a comment.'
  fi
  echo '</details>'
  rm "$patch"
fi

echo
echo '## Findings'
echo
echo '````text'
npx --no -- cdk8s-mesh check dist/ --fail-on never > mesh-findings.txt
head -c 20000 mesh-findings.txt
echo '````'
rm mesh-findings.txt
