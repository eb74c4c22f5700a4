import type { Field } from '../../mesh/field';
import { checkUrl, parseUrl } from '../../schema/cel/library/url-parts';
import type { Judgement } from '../check';
import { broken } from './broken';
import { refusal } from './webhook-rules';

export const wasmRules = {
  url: refusal('wasm-url', 'The URL of a Wasm module is missing or unsupported.'),
  sha256: refusal('wasm-sha256', 'The checksum of a Wasm module is not SHA-256.'),
  length: refusal('wasm-name-too-long', 'A name of a Wasm module is too long.'),
  environment: refusal('wasm-environment', 'An environment variable of a Wasm module has no name, a duplicate name, or two values.'),
};

const SCHEMES = ['', 'file', 'http', 'https', 'oci'];

/** What is said of a Wasm module that is loaded into the proxy. */
export function* wasmModule(plugin: Field): Judgement {
  yield* url(plugin.at('url'));
  const sha256 = plugin.at('sha256');
  if (sha256.isFilled && sha256.text !== undefined && !/^[a-f0-9]{64}$/.test(sha256.text)) {
    yield broken(wasmRules.sha256, sha256, `"${sha256.text}" is not a SHA-256 checksum`, 'write its 64 hexadecimal digits');
  }
  yield* notLonger(plugin.at('imagePullSecret'), 253);
  yield* notLonger(plugin.at('pluginName'), 256);
  const problems = environment(plugin.at('vmConfig', 'env').items().filter(({ isSet }) => isSet));
  // One is enough: the webhook, too, looks no further.
  yield* [...problems].slice(0, 1);
}

function* url(field: Field): Judgement {
  if (!field.isFilled) {
    yield broken(wasmRules.url, field, 'the url is missing', 'set the location of the module, such as oci://registry.example.com/filter:1');
  } else if (field.text !== undefined && !SCHEMES.includes(schemeOf(field.text) ?? 'none')) {
    yield broken(wasmRules.url, field, `no module can be fetched from ${field.text}`, 'start it with oci://, https://, http:// or file://');
  }
}

/** The scheme of a URL; of a text that is one only behind `http://`, that one. Undefined for what is none. */
function schemeOf(text: string): string | undefined {
  return [text, `http://${text}`].map(schemeIn).find(scheme => scheme !== undefined);
}

function schemeIn(text: string): string | undefined {
  try {
    checkUrl(text);
    return parseUrl(text).scheme;
  } catch {
    return undefined;
  }
}

function* notLonger(field: Field, longest: number): Judgement {
  const length = Buffer.byteLength(field.text ?? '');
  if (length > longest) {
    yield broken(wasmRules.length, field, `${field.key} has ${length} bytes, more than ${longest}`, 'shorten it');
  }
}

function* environment(variables: readonly Field[]): Judgement {
  const names = new Set<string>();
  for (const variable of variables) {
    const { text: name = '' } = variable.at('name');
    if (name === '') {
      yield broken(wasmRules.environment, variable.at('name'), 'the variable has no name', 'name it');
    } else if (names.has(name)) {
      yield broken(wasmRules.environment, variable.at('name'), `duplicate variable ${name}`, 'remove one of them');
    }
    yield* notLonger(variable.at('name'), 256);
    names.add(name);
    if (variable.at('value').isFilled && (variable.at('valueFrom').text ?? 'INLINE') !== 'INLINE') {
      yield broken(
        wasmRules.environment,
        variable.at('value'),
        `the variable ${name} takes its value from the proxy, but also has one`,
        'remove the value, or write valueFrom: INLINE',
      );
    }
  }
}
