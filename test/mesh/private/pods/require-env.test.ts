import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { requireEnv } from '../../../../lib/mesh/private/pods/require-env';

const VALUE = EnvValue.fromValue('info');

test('[F110] names and values that Kubernetes takes are fine', () => {
  expect(() => requireEnv({ 'LOG_LEVEL': VALUE, 'log.level': EnvValue.fromFieldRef(EnvFieldPaths.POD_IP), '_a-1': EnvValue.fromValue('') }, 'shop/web')).not.toThrow();
});

test.each(['A B', '', '1A', '.', '..A', 'A=B', 'ä'])('[F110] %j is no name', name => {
  expect(() => requireEnv({ [name]: VALUE }, 'shop/web')).toThrow(
    new Error(`shop/web: "${name}" in env is not a valid variable name. Use letters, digits, "_", "-" and ".", and do not begin with a digit or two dots.`),
  );
});

test.each([['info', '"info"'], [1, '"..."'], [null, '"..."'], [undefined, '"..."'], [{}, '"..."']])('[F110] %j is no value', (value, said) => {
  expect(() => requireEnv({ LOG: value }, 'shop/web')).toThrow(
    new Error(`shop/web: the value of "LOG" in env is not an EnvValue, and would be ignored. Use EnvValue.fromValue(${said}).`),
  );
});
