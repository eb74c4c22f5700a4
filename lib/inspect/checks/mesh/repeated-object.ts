import { isDeepStrictEqual } from 'node:util';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const repeatedObject = meshRule('MESH045', 'error', ['repeated-object', 'One object is written twice, and the last one read is what stays.']);

/** Objects of which another document has the same group, kind, namespace and name. */
export const repeatedObjectCheck = defineCheck({
  rules: [repeatedObject],
  everyDocument: true,
  * judge(resource, { set }) {
    const last = set.find(resource.kind, resource.namespace, resource.name);
    if (last === undefined || last === resource || !resource.root.at('metadata', 'name').isSet) {
      return;
    }
    const isSame = isDeepStrictEqual(last.source.value, resource.source.value);
    const { line } = last.source.document.positionOf(last.source.path);
    yield {
      rule: repeatedObject,
      severity: isSame ? 'warning' : 'error',
      path: ['metadata', 'name'],
      message: `${last.source.document.file.name}:${line} has this object ${isSame ? 'once more' : 'with other contents, which replace these'}`,
      repair: isSame ? 'remove one of them' : 'merge them, or give one another name',
    };
  },
});
