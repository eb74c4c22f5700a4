import { isMeshConfigKnown, meshConfig, MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { perSet } from '../../mesh/object-set';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unknownAuthorizer = meshRule('MESH075', 'error', ['unknown-authorizer', 'A policy asks an authorizer that the mesh config does not define, and so denies everything.']);

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
          message: `no extension provider of the mesh config is an authorizer named ${text}, and the policy denies what it should ask about`,
          repair: 'define it in meshConfig.extensionProviders as envoyExtAuthzHttp or envoyExtAuthzGrpc',
        } : {
          severity: 'warning',
          message: `the input shows no mesh config that defines the authorizer ${text}, without which the policy denies what it should ask about`,
          repair: 'hand in the mesh config with --mesh-config, and define it there as envoyExtAuthzHttp or envoyExtAuthzGrpc',
        }),
      };
    }
  },
});

const authorizers = perSet(set => new Set(meshConfig(set).at('extensionProviders').items()
  .filter(provider => ['envoyExtAuthzHttp', 'envoyExtAuthzGrpc'].some(kind => provider.at(kind).isSet))
  .map(provider => provider.at('name').text)));
