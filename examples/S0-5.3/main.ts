// What proxies write of each request, as JSON: a provider in the mesh configuration, and no ConfigMap in the place of Istio's own. The Telemetry of
// the section is left out here. `npm run example -- examples/S0-5.3/main.ts`
import { Istio, IstioInstall, MeshApp, MeshPlatform } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-5.3/dist' });
const platform = new MeshPlatform(app, 'platform');
platform.addNamespace('default');
IstioInstall.of(platform).meshConfig({
  extensionProviders: [{
    name: 'envoy-json',
    envoyFileAccessLog: {
      path: '/dev/stdout',
      logFormat: {
        labels: {
          timestamp: '%START_TIME%',
          method: '%REQ(:METHOD)%',
          path: '%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%',
          protocol: '%PROTOCOL%',
          response_code: '%RESPONSE_CODE%',
          response_flags: '%RESPONSE_FLAGS%',
          bytes_received: '%BYTES_RECEIVED%',
          bytes_sent: '%BYTES_SENT%',
          duration: '%DURATION%',
          upstream_service_time: '%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%',
          x_forwarded_for: '%REQ(X-FORWARDED-FOR)%',
          user_agent: '%REQ(USER-AGENT)%',
          request_id: '%REQ(X-REQUEST-ID)%',
          authority: '%REQ(:AUTHORITY)%',
          upstream_host: '%UPSTREAM_HOST%',
          upstream_cluster: '%UPSTREAM_CLUSTER%',
          upstream_local_address: '%UPSTREAM_LOCAL_ADDRESS%',
          downstream_local_address: '%DOWNSTREAM_LOCAL_ADDRESS%',
          downstream_remote_address: '%DOWNSTREAM_REMOTE_ADDRESS%',
          requested_server_name: '%REQUESTED_SERVER_NAME%',
          route_name: '%ROUTE_NAME%',
        },
      },
    },
  }],
});

app.synth();
