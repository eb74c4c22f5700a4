import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';

/** Tests an own ESLint rule on TypeScript; with `types`, the rule sees the types of the code as well. */
export function ruleTester({ types = false } = {}): RuleTester {
  const projectService = { allowDefaultProject: ['*.ts'], defaultProject: 'tsconfig.json' };
  const parserOptions = types ? { projectService, tsconfigRootDir: process.cwd() } : {};
  return new RuleTester({ languageOptions: { parser: tseslint.parser, parserOptions } });
}
