import { installations } from './installations';
import { perSet } from './object-set';

const USUAL = 'cluster.local';

/** The domains that installations of the input name for their clusters; the usual one where none does. */
export const clusterDomains = perSet((set): readonly string[] => {
  const said = installations(set).map(({ global }) => global.at('proxy', 'clusterDomain').text ?? '').filter(domain => domain !== '');
  return said.length === 0 ? [USUAL] : [...new Set(said)];
});

/** The domain of the cluster, on which the full hosts of its Services end; the usual one where clusters of different domains are judged together. */
export const clusterDomain = perSet(set => {
  const [first, ...others] = clusterDomains(set);
  return others.length === 0 ? first : USUAL;
});
