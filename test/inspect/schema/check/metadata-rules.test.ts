import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { checkLabelsAndAnnotations, checkNames, checkReferences, nameRuleOf } from '../../../../lib/inspect/schema/check/metadata-rules';
import { subdomain } from '../../../../lib/inspect/schema/syntax/names';
import { asLine } from '../../../support/thing-kind';

function found(check: (findings: Findings) => void): readonly string[] {
  const findings = new Findings();
  check(findings);
  return findings.sorted.map(asLine);
}

describe('names', () => {
  test('follow the rule of their kind', () => {
    expect(nameRuleOf('VirtualService')).toBe(subdomain);
    const taken = (name: string): readonly string[] =>
      ['Deployment', 'Service', 'Namespace', 'ClusterRole'].filter(kind => nameRuleOf(kind)(name) === undefined);
    expect(taken('a-1')).toEqual(['Deployment', 'Service', 'Namespace', 'ClusterRole']);
    expect(taken('1-a')).toEqual(['Deployment', 'Namespace', 'ClusterRole']);
    expect(taken('a.b')).toEqual(['Deployment', 'ClusterRole']);
    expect(taken('A:b')).toEqual(['ClusterRole']);
  });

  test('are told with what is wrong', () => {
    expect(found(findings => checkNames({ name: 'a_b', namespace: 'c.d' }, subdomain, findings))).toEqual([
      'name: name: the name "a_b" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit',
      'namespace: name: the namespace "c.d" is not a valid DNS label: use lowercase letters, digits and "-", starting and ending with a letter or digit',
    ]);
  });

  test('that are generated are judged with what is added', () => {
    const judge = (generateName: string): readonly string[] => found(findings => checkNames({ generateName }, subdomain, findings));
    expect(['a-', 'a.', 'x'.repeat(300)].flatMap(judge)).toEqual([]);
    expect(judge('A-')).toEqual([
      'generateName: name: the generateName "A-" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit',
    ]);
  });
});

describe('labels and annotations', () => {
  const judge = (metadata: object): readonly string[] => found(findings => checkLabelsAndAnnotations(metadata as Record<string, unknown>, findings));

  test('labels have keys and values of a form', () => {
    expect(judge({ labels: { 'app.kubernetes.io/name': 'a.b_c', 'x': '', 'y': null } })).toEqual([]);
    expect(judge({ labels: { 'a b': 'c', 'd': 'e f' } })).toEqual([
      'labels["a b"]: format: the label key "a b" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
      'labels.d: format: the label value "e f" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
    ]);
  });

  test('annotations have keys of a form, whose case does not matter, and any values', () => {
    expect(judge({ annotations: { 'Example.com/A': 'any thing' } })).toEqual([]);
    expect(judge({ annotations: { '/a': 'x' } }))
      .toEqual(['annotations["/a"]: format: the annotation key "/a" has a prefix that is not a lowercase DNS name; write example.com/name']);
  });

  test('annotations have 256 KiB at most, keys and values together', () => {
    expect(judge({ annotations: { a: 'x'.repeat(256 * 1024 - 1) } })).toEqual([]);
    expect(judge({ annotations: { a: 'ä'.repeat(128 * 1024) } })).toEqual(['annotations: bounds: the annotations have 262145 bytes (at most 262144)']);
  });

  test('what is no map is none of its business', () => {
    expect(judge({ labels: ['a b'], annotations: 'c d' })).toEqual([]);
  });
});

describe('references', () => {
  const judge = (metadata: object): readonly string[] => found(findings => checkReferences(metadata as Record<string, unknown>, findings));

  test('finalizers have the form of label keys, and two of them are mutually exclusive', () => {
    expect(judge({ finalizers: ['example.com/a', 'orphan'] })).toEqual([]);
    expect(judge({ finalizers: ['a b', null] })).toEqual([
      'finalizers[0]: format: the finalizer "a b" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
      'finalizers[1]: format: the finalizer "" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
    ]);
    expect(judge({ finalizers: ['orphan', 'foregroundDeletion'] }))
      .toEqual(['finalizers: one-of: orphan and foregroundDeletion are mutually exclusive (at most one of them)']);
  });

  test('an Event owns nothing, and one owner controls', () => {
    const owner = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b' };
    expect(judge({ ownerReferences: [owner, { ...owner, controller: true }] })).toEqual([]);
    expect(judge({ ownerReferences: [{ ...owner, kind: 'Event' }] })).toEqual(['ownerReferences[0]: one-of: an Event cannot be an owner (another kind)']);
    expect(judge({ ownerReferences: [{ ...owner, controller: true }, { ...owner, controller: true }, 'x'] }))
      .toEqual(['ownerReferences: one-of: two owner references have controller: true (at most one)']);
  });
});
