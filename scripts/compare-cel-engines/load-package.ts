import { createRequire } from 'node:module';

const load = createRequire(__filename);

/** A package that is no dependency of this project, so that nothing but its name is known before it runs. @throws when it is not installed. */
export function loadPackage<T>(name: string): T {
  try {
    return load(name) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') {
      throw error;
    }
    throw new Error(`${name} is not installed: npm install --no-save @bufbuild/cel@0.6.1 @marcbachmann/cel-js@8.0.0`);
  }
}
