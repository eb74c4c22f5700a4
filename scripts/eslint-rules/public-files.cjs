const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { parser } = require('typescript-eslint');

/** The files below an index whose declarations it exports, directly or through other index files, as paths relative to `root`. */
function publicFiles(root, index) {
  const files = new Set();
  const visit = file => {
    if (files.has(file) || !existsSync(path.join(root, file))) {
      return;
    }
    files.add(file);
    for (const { type, source } of parser.parseForESLint(readFileSync(path.join(root, file), 'utf8')).ast.body) {
      if (type.startsWith('Export') && source?.value.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), source.value);
        visit(`${target}.ts`);
        visit(`${target}/index.ts`);
      }
    }
  };
  visit(index);
  return [...files];
}

module.exports = { publicFiles };
