import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import type { Patch } from './kustomize-step';

type Mapping = Readonly<Record<string, unknown>>;

/** What an entry of `images` of a kustomization does to the containers that have its image, in pods and templates of whatever kind. */
export function imagePatch(entry: Mapping): Patch {
  return {
    matches: object => imageChanged(object, entry) !== object,
    apply: object => imageChanged(object, entry),
    places: PLACES,
  };
}

const CONTAINERS: readonly string[] = ['containers', 'initContainers'];

const PODS: readonly ObjectPath[] = [['spec'], ['spec', 'template', 'spec'], ['spec', 'jobTemplate', 'spec', 'template', 'spec']];

const PLACES = PODS.flatMap(pod => CONTAINERS.map(key => [...pod, key, '*', 'image']));

/** The same value where nothing is to be changed. */
function imageChanged<T>(value: T, entry: Mapping): T {
  if (!isObject(value)) {
    return value;
  }
  const changes = Object.entries(value).flatMap(([key, child]): Array<[string, unknown]> => {
    const made = CONTAINERS.includes(key) && Array.isArray(child) ? containersChanged(child, entry) : imageChanged(child, entry);
    return made === child ? [] : [[key, made]];
  });
  return changes.length === 0 ? value : { ...value, ...Object.fromEntries(changes) };
}

function containersChanged(containers: readonly unknown[], entry: Mapping): readonly unknown[] {
  const made = containers.map(container => {
    const image = isObject(container) && typeof container.image === 'string' ? newImage(container.image, entry) : undefined;
    return image === undefined ? container : { ...container as Mapping, image };
  });
  return made.some((container, index) => container !== containers[index]) ? made : containers;
}

/** A new tag or digest takes the place of both. */
function newImage(image: string, { name, newName, newTag, digest }: Mapping): string | undefined {
  const [, own, tag = '', hash = ''] = /^(.*?)(:[^:/@]*)?(@.*)?$/s.exec(image)!;
  if (own !== name) {
    return undefined;
  }
  const version = isText(newTag) || isText(digest) ? `${isText(newTag) ? `:${newTag}` : ''}${isText(digest) ? `@${digest}` : ''}` : `${tag}${hash}`;
  return `${isText(newName) ? newName : own}${version}`;
}

/** YAML reads some tags as numbers, which kustomize refuses. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
