/** The API server of the cluster in which Argo CD runs, as it knows it. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';
