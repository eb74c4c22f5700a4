/** An object on one line of YAML, `namespace/name`, from what stands in its spec. */
export function flowObject(apiVersion: string, kind: string, [place, spec]: readonly [place: string, spec: string], metadata = ''): string {
  const [namespace, name] = place.split('/');
  return `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {namespace: ${namespace}, name: ${name}, ${metadata}}, spec: {${spec}}}`;
}

/** Objects as documents of one file. */
export function documents(...objects: readonly string[]): string {
  return objects.join('\n---\n');
}

/** A Deployment: the labels of its pods, and what else their spec says. */
export function deployment(place: string, labels: string, pod = ''): string {
  const template = `{metadata: {labels: {${labels}}}, spec: {containers: [{name: app, image: "app:1"}], ${pod}}}`;
  return flowObject('apps/v1', 'Deployment', [place, `selector: {matchLabels: {${labels}}}, template: ${template}`]);
}

/** A Service that selects pods by labels. */
export function service(place: string, selector: string, ports = '{name: http, port: 80}'): string {
  return flowObject('v1', 'Service', [place, `selector: {${selector}}, ports: [${ports}]`]);
}
