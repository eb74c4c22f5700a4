import { isMeshConfigKnown, meshConfig, MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { perSet } from '../../mesh/object-set';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unknownAuthorizer = meshRule('MESH075', 'error', ['unknown-authorizer', 'A policy uses an authorizer that the mesh config does not define, so it denies everything.']);

/** CUSTOM policies without somebody to ask. */
export const unknownAuthorizerCheck = defineCheck({
  rules: [unknownAuthorizer],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['provider'],
  reads: MESH_CONFIG_KINDS,
  * judge({ spec }, { set }) {
    const { text, path } = spec.at('provider', 'name');
    if (spec.at('action').text === 'CUSTOM' && text !== undefined && !authorizers(set).has(text)) {
      yield {
        rule: unknownAuthorizer,
        path,
        ...(isMeshConfigKnown(set) ? {
          severity: 'error',
          message: `the mesh config defines no authorizer ${text} in extensionProviders, so the policy denies everything it would send there`,
          repair: 'define it in meshConfig.extensionProviders as envoyExtAuthzHttp or envoyExtAuthzGrpc',
        } : {
          severity: 'warning',
          message: `no mesh config in the input defines the authorizer ${text}; without it, the policy denies everything it would send there`,
          repair: 'pass the mesh config with --mesh-config, and define it there as envoyExtAuthzHttp or envoyExtAuthzGrpc',
        }),
      };
    }
  },
});

const authorizers = perSet(set => new Set(meshConfig(set).at('extensionProviders').items()
  .filter(provider => ['envoyExtAuthzHttp', 'envoyExtAuthzGrpc'].some(kind => provider.at(kind).isSet))
  .map(provider => provider.at('name').text)));
