import { SecretValue } from 'cdk8s-plus-28';
import { ComponentOptions, CustomComponentOptions } from './component-options';
import type { ComponentIntent } from './private/collector/component-intent';
import { requireComponentName, variableName } from './private/collector/component-name';
import { fromVariable, literal, said } from './private/collector/config-values';
import { customComponent, secretVariables } from './private/collector/custom-component';

/** A name and a password, which an exporter shows. */
export interface BasicAuthProps extends ComponentOptions {
  /** The password. */
  readonly password: SecretValue;
  /** The name. */
  readonly username: string;
}

/** A token, which an exporter shows. */
export interface BearerTokenProps extends ComponentOptions {
  /**
   * The word in front of the token.
   *
   * @default "Bearer"
   */
  readonly scheme?: string;
  /** The token. */
  readonly token: SecretValue;
}

/** What a collector can besides: prove to others who it is. That it is alive it tells by itself. */
export class OtelExtension {
  /** Shows a name and a password. An exporter says it as its `auth`. @throws when the name of the component is none */
  public static basicAuth({ name, password, username }: BasicAuthProps): OtelExtension {
    const call = 'OtelExtension.basicAuth';
    const variable = variableName('basicauth', name, 'password');
    return new OtelExtension({
      kind: 'extensions',
      type: 'basicauth',
      name: requireComponentName(name, call),
      config: () => ({ client_auth: { username: literal(username), password: fromVariable(variable) } }),
      env: secretVariables({ [variable]: password }, call),
    });
  }

  /** Shows a token. An exporter says it as its `auth`. @throws when the name of the component is none */
  public static bearerToken({ name, scheme, token }: BearerTokenProps): OtelExtension {
    const call = 'OtelExtension.bearerToken';
    const variable = variableName('bearertokenauth', name, 'token');
    return new OtelExtension({
      kind: 'extensions',
      type: 'bearertokenauth',
      name: requireComponentName(name, call),
      config: () => said({ scheme, token: fromVariable(variable) }),
      env: secretVariables({ [variable]: token }, call),
    });
  }

  /**
   * One that has no words here, in the language of the collector.
   *
   * @throws when the type or the name is none; once it is in a configuration, when its version has no such type
   */
  public static of(componentType: string, config?: { [key: string]: unknown }, options: CustomComponentOptions = {}): OtelExtension {
    const call = `OtelExtension.of("${componentType}")`;
    if (componentType === 'health_check') {
      throw new Error(`${call}: every collector already has it. Set healthPort in the configuration.`);
    }
    return new OtelExtension(customComponent({ kind: 'extensions', type: componentType, config, ...options }, call));
  }

  /** @internal */
  public readonly _component: ComponentIntent;

  private constructor(component: ComponentIntent) {
    this._component = component;
  }
}
