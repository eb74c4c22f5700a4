/** A Service of the cluster. */
export interface ServiceName {
  readonly name: string;
  readonly namespace: string;
}

/** The Service that a full host name stands for; undefined when it is none of the cluster's. */
export function serviceOf(host: string): ServiceName | undefined {
  const [, name, namespace] = /^([^.]+)\.([^.]+)\.svc\../.exec(host) ?? [];
  return name === undefined ? undefined : { name, namespace };
}
