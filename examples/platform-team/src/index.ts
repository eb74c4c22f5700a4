export { AcmeService, AcmeServiceProps } from './acme-service';
export { PAYMENTS } from './contracts';
export { GATEWAY, ISSUER, MESH } from './mesh';
export { TeamChart, TeamChartProps } from './team-chart';
