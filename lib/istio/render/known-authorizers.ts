import type { Settings } from '../private/install/settings';

/** What stands for somebody who can be asked about requests. */
const KINDS: readonly string[] = ['envoyExtAuthzGrpc', 'envoyExtAuthzHttp'];

/** Names of those whom Istio can ask about requests. */
export function knownAuthorizers({ extensionProviders = [] }: Settings): readonly string[] {
  const providers = extensionProviders as ReadonlyArray<Settings & { readonly name: string }>;
  return providers.filter(provider => KINDS.some(kind => kind in provider)).map(({ name }) => name);
}
