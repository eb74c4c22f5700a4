import type { ConfigMap } from './private/collector/component-intent';
import { literal } from './private/collector/config-values';

/** What becomes of an attribute. */
export class AttributeChange {
  /** It is what another attribute is, where that is there. @throws when a name is empty */
  public static copyOf(name: string, source: string): AttributeChange {
    return change(name, { action: 'upsert', from_attribute: literal(requireName(source)) });
  }

  /** It cannot be read any more, and is the same wherever it was the same. @throws when the name is empty */
  public static hash(name: string): AttributeChange {
    return change(name, { action: 'hash' });
  }

  /** It is this, where it is not there. @throws when the name is empty */
  public static insert(name: string, value: string): AttributeChange {
    return change(name, { action: 'insert', value: literal(value) });
  }

  /** It is gone. @throws when the name is empty */
  public static remove(name: string): AttributeChange {
    return change(name, { action: 'delete' });
  }

  /** It is this, whatever it was. @throws when the name is empty */
  public static set(name: string, value: string): AttributeChange {
    return change(name, { action: 'upsert', value: literal(value) });
  }

  /** @internal */
  public static _of(config: ConfigMap): AttributeChange {
    return new AttributeChange(config);
  }

  /** @internal */
  public readonly _config: ConfigMap;

  private constructor(config: ConfigMap) {
    this._config = config;
  }
}

function change(name: string, what: ConfigMap): AttributeChange {
  return AttributeChange._of({ key: literal(requireName(name)), ...what });
}

function requireName(name: string): string {
  if (name.trim() === '') {
    throw new Error('AttributeChange: the attribute name is empty. Set it, for example "http.url".');
  }
  return name;
}
