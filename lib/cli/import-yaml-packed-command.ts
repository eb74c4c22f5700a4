// The same command in the package: there the library is beside it, and is not bundled once more (scripts/build-cli.mjs).
export { importYaml } from './import-yaml-command';
