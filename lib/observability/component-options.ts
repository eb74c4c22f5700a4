import { SecretValue } from 'cdk8s-plus-28';

/** What tells a component from others of its type. */
export interface ComponentOptions {
  /**
   * What it is called beside others of its type: `otlp/<name>`.
   *
   * @default - it has no name, of which a configuration has one of a type
   */
  readonly name?: string;
}

/** A component that is written in the language of the collector. */
export interface CustomComponentOptions extends ComponentOptions {
  /**
   * Values of Secrets that its configuration reads: `${env:NAME}` stands for the value of `NAME`.
   *
   * @default - none
   */
  readonly secrets?: { [variable: string]: SecretValue };
}
