#!/bin/sh
# Writes, as Markdown, what differs in dist/ from a commit, and what is found there: sh ci/mesh-changes.sh COMMIT > mesh-changes.md
set -eu

# So that Git tells of new files, too.
git add --intent-to-add dist/

# By this line, which nobody sees, the next run finds the comment that it writes anew.
echo '<!-- cdk8s-mesh: changes -->'
echo '## Changes in `dist/`'
echo
if git diff --quiet "$1" -- dist/; then
  echo 'None.'
else
  patch=$(mktemp)
  git diff "$1" -- dist/ > "$patch"
  echo '````text'
  # A comment holds 65,536 characters in all. The last line says how much it is.
  stat=$(mktemp)
  git diff --stat "$1" -- dist/ > "$stat"
  if [ "$(wc -c < "$stat")" -gt 6000 ]; then
    head -c 6000 "$stat"
    echo '...'
    tail -n 1 "$stat"
  else
    cat "$stat"
  fi
  rm "$stat"
  echo '````'
  echo
  echo '<details><summary>All of it</summary>'
  echo
  echo '````diff'
  head -c 33000 "$patch"
  echo
  echo '````'
  if [ "$(wc -c < "$patch")" -gt 33000 ]; then
    echo 'The rest is too long for a comment.'
  fi
  echo '</details>'
  rm "$patch"
fi

# What is removed along with its last use is told by the run that removes it, so by one that starts from what the commit has.
if git cat-file -e "$1:dist" 2> /dev/null; then
  before=$(mktemp -d)
  git archive "$1" dist | tar -x -C "$before"
  CDK8S_MESH_OUTDIR="$before/dist" npx --no -- cdk8s-mesh synth --format json > "$before/report.json"
  node -e '
    const { folders } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
    const warnings = folders.flatMap(({ warnings }) => warnings);
    if (warnings.length > 0) {
      console.log(["", "## Removed while in use", "", ...warnings.map(warning => `- ${warning}`)].join("\n").slice(0, 3000));
    }
  ' "$before/report.json"
  rm -r "$before"
fi

echo
echo '## Findings'
echo
echo '````text'
npx --no -- cdk8s-mesh check dist/ --fail-on never > mesh-findings.txt
head -c 20000 mesh-findings.txt
if [ "$(wc -c < mesh-findings.txt)" -gt 20000 ]; then
  echo '...'
  tail -n 1 mesh-findings.txt
fi
echo '````'
rm mesh-findings.txt
