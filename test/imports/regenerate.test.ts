import { existsSync } from 'node:fs';
import { generate } from '../../scripts/imports/generate';
import { DEFAULT_INPUT, readRequest } from '../../scripts/imports/request';
import { contentsOf } from '../support/folder';

(existsSync(DEFAULT_INPUT) ? test : test.skip)(`a fresh npm run imports writes imports/ byte for byte (from ${DEFAULT_INPUT})`, () => {
  const committed = contentsOf('imports');
  const fresh = Object.fromEntries(generate(readRequest([])).files);
  const names = [...new Set([...Object.keys(committed), ...Object.keys(fresh)])].sort();
  // Names alone: a difference of these files fills no screen that anybody reads.
  expect(names.filter(name => committed[name] !== fresh[name])).toEqual([]);
}, 120_000);
