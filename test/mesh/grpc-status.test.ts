import { GrpcStatus } from '../../lib/mesh/grpc-status';

test('the values are the names that gRPC has for its codes 1 to 16', () => {
  expect(Object.entries(GrpcStatus).every(([name, value]) => name === value as string)).toBe(true);
  expect(Object.keys(GrpcStatus)).toHaveLength(16);
});
