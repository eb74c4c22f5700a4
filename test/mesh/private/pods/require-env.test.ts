import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { requireEnv } from '../../../../lib/mesh/private/pods/require-env';

const VALUE = EnvValue.fromValue('info');

test('[F110] names and values that Kubernetes takes are fine', () => {
  expect(() => requireEnv({ 'LOG_LEVEL': VALUE, 'log.level': EnvValue.fromFieldRef(EnvFieldPaths.POD_IP), '_a-1': EnvValue.fromValue('') }, 'shop/web')).not.toThrow();
});

test.each(['A B', '', '1A', '.', '..A', 'A=B', 'ä'])('[F110] %j is no name', name => {
  expect(() => requireEnv({ [name]: VALUE }, 'shop/web')).toThrow(
    new Error(`shop/web: env cannot have "${name}". A name has letters, digits, "_", "-" and ".", and does not begin with a digit or two dots.`),
  );
});

test.each([['info', '"info"'], [1, '"..."'], [null, '"..."'], [undefined, '"..."'], [{}, '"..."']])('[F110] %j is no value', (value, said) => {
  expect(() => requireEnv({ LOG: value }, 'shop/web')).toThrow(
    new Error(`shop/web: env says of "LOG" what is no EnvValue, and would be left out. Say EnvValue.fromValue(${said}).`),
  );
});
