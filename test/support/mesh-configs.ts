/** The two forms in which a file of the input holds a mesh config, from its text on one line of YAML. */
export function operator(meshConfig: string, more = ''): string {
  return `{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, metadata: {namespace: istio-system, name: mesh}, spec: {meshConfig: {${meshConfig}}, ${more}}}`;
}

export function meshConfigMap(meshConfig: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {namespace: istio-system, name: istio}\ndata:\n  mesh: |\n    {${meshConfig}}`;
}
