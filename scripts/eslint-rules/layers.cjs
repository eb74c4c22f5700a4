/**
 * What each folder of lib/ may import besides itself: other folders of lib/, whether the generated constructs of imports/, and which
 * packages (Node's own modules are free). An absent list of packages allows all. Whoever adds a folder adds its line.
 */
const layers = {
  mesh: { folders: [], imports: false, packages: ['cdk8s', 'cdk8s-plus-28', 'constructs', 're2js'] },
  istio: { folders: ['mesh'], imports: true },
  linkerd: { folders: ['mesh'], imports: true },
  delivery: { folders: ['mesh'], imports: true },
  observability: { folders: ['mesh'], imports: true },
  charts: { folders: ['mesh', 'istio', 'linkerd', 'delivery', 'observability'], imports: false },
  // A table without imports, which says what a folder needs, and what is missing in it.
  synth: { folders: ['mesh', 'inspect/mesh/secret-makers.ts'], imports: false, packages: ['cdk8s', 'constructs', 'js-yaml'] },
  inspect: { folders: [], imports: false, packages: ['js-yaml', 're2js'] },
  migrate: { folders: ['mesh', 'istio'], imports: true },
  cli: { folders: ['inspect', 'migrate', 'synth'], imports: false },
  outlets: { folders: ['inspect', 'cli'], imports: false },
};

const nothingImportsTheCli = {
  files: ['lib/**'],
  rules: {
    'import-x/no-restricted-paths': ['error', { zones: [{ target: './lib', from: './lib/cli', message: 'nothing imports the command line but lib/outlets' }] }],
  },
};

/** One ESLint configuration for each layer, and one for the files beside them. */
function layerRules() {
  return [nothingImportsTheCli, ...Object.entries(layers).map(([name, layer]) => ({
    files: [`lib/${name}/**`],
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: zonesOf(name, layer) }],
      ...(layer.packages === undefined ? {} : { 'no-restricted-imports': ['error', { patterns: [packagesOf(name, layer.packages)] }] }),
    },
  }))];
}

function zonesOf(name, { folders, imports }) {
  const target = `./lib/${name}`;
  const known = [name, ...folders];
  const message = `of lib/, lib/${name} may import ${known.join(', ')} only; scripts/eslint-rules/layers.cjs draws the arrows`;
  const ofLib = { target, from: './lib', except: known.map(folder => `./${folder}`), message };
  const ofImports = { target, from: './imports', except: ['./schemas', './istio-annotations.ts', './istio-mesh-config-fields.ts'], message: `lib/${name} knows no generated constructs` };
  return imports ? [ofLib] : [ofLib, ofImports];
}

function packagesOf(name, packages) {
  return {
    regex: `^(?!\\.|node:|(?:${packages.join('|')})(?:/|$))`,
    message: `lib/${name} uses these packages only: ${packages.join(', ')}`,
  };
}

module.exports = { layers, layerRules };
