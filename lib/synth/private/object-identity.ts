import { Manifest } from './rendered-chart';

/**
 * Who an object is to the API server: `VirtualService.networking.istio.io shop/orders`. Its version does not count. Undefined for what says
 * too little, such as an object whose name the server makes.
 */
export function identityOf({ apiVersion = '', kind, metadata: { name, namespace } = {} }: Manifest): string | undefined {
  if (!kind || !name) {
    return undefined;
  }
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : `.${apiVersion.slice(0, slash)}`;
  return `${kind}${group} ${namespace ? `${namespace}/` : ''}${name}`;
}
