import { ServiceContract } from 'cdk8s-mesh';

/** What other teams may count on. In a repository with more than one package, it is one by itself. */
export const ORDERS = ServiceContract.of({ serviceName: 'orders', namespace: 'shop', port: 8080 });
export const WEB = ServiceContract.of({ serviceName: 'web', namespace: 'shop', port: 8080 });
