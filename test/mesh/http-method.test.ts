import { METHODS } from 'node:http';
import { HttpMethod } from '../../lib/mesh/http-method';

test.each(Object.entries(HttpMethod))('%s is a method of HTTP, as it is sent', (name, method) => {
  expect(method).toBe(name);
  expect(METHODS).toContain(method);
});
