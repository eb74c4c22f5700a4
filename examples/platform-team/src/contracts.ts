import { ServiceContract } from 'cdk8s-mesh';

/** Takes money. The platform team runs it; others call it by this, and need nothing else of it. */
export const PAYMENTS = ServiceContract.of({ serviceName: 'payments', namespace: 'payments', port: 8080 });
