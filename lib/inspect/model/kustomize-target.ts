import { groupOf } from '../api-group';
import { isObject } from '../is-object';
import { isMet } from '../label-expression';
import { isPattern, matcherOf } from '../schema/syntax/re2';
import type { Patch } from './kustomize-step';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * The objects that a target of kustomize means. Its group, version, kind, name and namespace are regular expressions for the whole text, and
 * an object goes by what it is called in its file and by what it is called by now.
 *
 * @returns undefined where kustomize would refuse the target.
 */
export function targetMatcher(target: Mapping): Patch['matches'] | undefined {
  const [group, version, kind, name, namespace] = ['group', 'version', 'kind', 'name', 'namespace'].map(key => textMatcher(target[key]));
  const [labelled, annotated] = ['labelSelector', 'annotationSelector'].map(key => selectorMatcher(target[key]));
  if (!group || !version || !kind || !name || !namespace || !labelled || !annotated) {
    return undefined;
  }
  return ({ apiVersion, kind: ownKind, metadata }, called) => {
    const { labels, annotations } = mappingOf(metadata);
    const ends = [called[0], called[called.length - 1]];
    return group(groupOf(apiVersion)) && version(String(apiVersion).replace(/^.*\//, '')) && kind(String(ownKind))
      && ends.some(one => name(one.name ?? '')) && ends.some(one => namespace(one.namespace ?? 'default'))
      && labelled(mappingOf(labels)) && annotated(mappingOf(annotations));
  };
}

function mappingOf(value: unknown): Mapping {
  return isObject(value) ? value : {};
}

type TextMatcher = (text: string) => boolean;

/** What is missing or empty means any text. */
function textMatcher(wanted: unknown): TextMatcher | undefined {
  if (wanted === undefined || wanted === null || wanted === '') {
    return () => true;
  }
  if (typeof wanted !== 'string' || !isPattern(wanted)) {
    return undefined;
  }
  return /^[\w-]+$/.test(wanted) ? text => text === wanted : matcherOf(`^(?:${wanted})$`);
}

type SelectorMatcher = (labels: Mapping) => boolean;

/** A selector as kubectl takes it: `a=b,c!=d,e in (f, g),h,!i`. */
function selectorMatcher(selector: unknown): SelectorMatcher | undefined {
  if (selector === undefined || selector === null || selector === '') {
    return () => true;
  }
  const demands = typeof selector === 'string' ? selector.split(/,(?![^(]*\))/).map(demandOf) : [undefined];
  return demands.includes(undefined) ? undefined : labels => demands.every(demand => demand!(labels));
}

function demandOf(text: string): SelectorMatcher | undefined {
  const { not, key = '', sign, value = '', word, values = '' } = DEMAND.exec(text)?.groups ?? {};
  if (key === '') {
    return undefined;
  }
  const expression = word === undefined
    ? { operator: operatorOf(sign, not !== undefined), values: [value] }
    : { operator: word === 'in' ? 'In' : 'NotIn', values: values.split(',').map(one => one.trim()) };
  return labels => isMet(expression, typeof labels[key] === 'string' ? labels[key] : undefined) === true;
}

function operatorOf(sign: string | undefined, isNegative: boolean): string {
  if (sign === undefined) {
    return isNegative ? 'DoesNotExist' : 'Exists';
  }
  return sign === '!=' ? 'NotIn' : 'In';
}

const DEMAND = /^\s*(?:(?<not>!\s*)?(?<key>[\w./-]+)(?:\s*(?<sign>==?|!=)\s*(?<value>[\w.-]*)|\s+(?<word>in|notin)\s*\((?<values>[^()]*)\))?)\s*$/;
