import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writtenPages } from './check-pages/written-pages';

/** Writes what the pages of checks take from the rules and their examples: `npm run check-pages`. */
const pages = writtenPages();
for (const entry of readdirSync('docs/checks', { withFileTypes: true }).filter(one => one.isDirectory())) {
  rmSync(path.join('docs/checks', entry.name), { recursive: true });
}
for (const [file, text] of pages) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
