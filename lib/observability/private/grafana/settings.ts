import { EnvValue } from 'cdk8s-plus-28';

/** Settings that keep a Grafana to itself, and everybody to looking: it asks nobody outside, and has no account but one that is said. */
export function settings(adminPassword: EnvValue | undefined): Record<string, EnvValue> {
  const said = { ...QUIET, ...(adminPassword === undefined ? LOOK_ONLY : {}) };
  const variables = Object.entries(said).map(([name, value]) => [name, EnvValue.fromValue(value)] as const);
  return { ...Object.fromEntries(variables), ...(adminPassword === undefined ? {} : { GF_SECURITY_ADMIN_PASSWORD: adminPassword }) };
}

const QUIET = {
  GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
  GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
  GF_ANALYTICS_FEEDBACK_LINKS_ENABLED: 'false',
  GF_ANALYTICS_REPORTING_ENABLED: 'false',
  GF_AUTH_ANONYMOUS_ENABLED: 'true',
  GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer',
  GF_LOG_MODE: 'console',
  GF_NEWS_NEWS_FEED_ENABLED: 'false',
  GF_PLUGINS_PLUGIN_ADMIN_ENABLED: 'false',
  GF_PLUGINS_PREINSTALL_AUTO_UPDATE: 'false',
  GF_PLUGINS_PREINSTALL_DISABLED: 'true',
  GF_PLUGINS_PUBLIC_KEY_RETRIEVAL_DISABLED: 'true',
  GF_SECURITY_DISABLE_GRAVATAR: 'true',
  GF_SNAPSHOTS_EXTERNAL_ENABLED: 'false',
  GF_USERS_ALLOW_SIGN_UP: 'false',
} as const;

/** Nobody logs in, and there is no first account, whose password everybody knows. */
const LOOK_ONLY = {
  GF_AUTH_BASIC_ENABLED: 'false',
  GF_AUTH_DISABLE_LOGIN_FORM: 'true',
  GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: 'true',
} as const;

export const GRAFANA_PORT = 3000;
