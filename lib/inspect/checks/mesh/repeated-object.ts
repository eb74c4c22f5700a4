import { isDeepStrictEqual } from 'node:util';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { asWritten } from '../../model/kube-object';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const repeatedObject = meshRule('MESH045', 'error', ['repeated-object', 'The same object is defined twice, and the one applied last wins.']);

/** Those of one name that count; beside them there are objects of Kubernetes' own namespaces. */
const lastOnes = perSet((set): ReadonlySet<Resource> => new Set(set.all));

/** Objects of which another document has the same group, kind, namespace and name. */
export const repeatedObjectCheck = defineCheck({
  rules: [repeatedObject],
  everyDocument: true,
  * judge(resource, { set }) {
    const last = lastOnes(set).has(resource) ? resource : set.find(resource.kind, resource.namespace, resource.name);
    if (last === undefined || asWritten(last.source) === asWritten(resource.source) || !resource.root.at('metadata', 'name').isSet) {
      return;
    }
    const isSame = isDeepStrictEqual(last.source.value, resource.source.value);
    const { line } = last.source.document.positionOf(last.source.path);
    const { name: file } = last.source.document.file;
    const contents = file === resource.source.document.file.name ? 'different contents, which replace these' : 'different contents: the one applied last wins';
    yield {
      rule: repeatedObject,
      severity: isSame ? 'warning' : 'error',
      path: ['metadata', 'name'],
      message: `this object is also defined at ${file}:${line}${isSame ? ', identically' : ` with ${contents}`}`,
      repair: isSame ? 'remove one of them' : 'merge them, or rename one of them',
    };
  },
});
