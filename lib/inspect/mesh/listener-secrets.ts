import type { Field } from './field';
import type { Resource } from './resource';

/** A Secret from which a listener of a Gateway of Kubernetes takes a certificate. */
export interface ListenerSecret {
  /** The reference to it. */
  readonly place: Field;
  readonly namespace: string;
  readonly name: string;
}

/** The Secrets that the listeners of a Gateway name. */
export function listenerSecrets({ spec, namespace: own }: Resource): ListenerSecret[] {
  return spec.at('listeners').items().flatMap(listener => listener.at('tls', 'certificateRefs').items()).filter(isToSecret)
    .map(place => ({ place, namespace: place.at('namespace').text ?? own, name: place.at('name').text ?? '' }));
}

function isToSecret(reference: Field): boolean {
  return !reference.at('group').isFilled && (reference.at('kind').text ?? 'Secret') === 'Secret' && reference.at('name').text !== undefined;
}
