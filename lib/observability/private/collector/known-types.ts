// The names of others, as they write them. cspell:disable
import type { ComponentKind } from './component-intent';

/**
 * The types that `opentelemetry-collector-contrib` has, under the names that configurations say. From its manifest for 0.136.0
 * (open-telemetry/opentelemetry-collector-releases: distributions/otelcol-contrib/manifest.yaml), with what came until 0.144.0.
 */
export const KNOWN_TYPES: Readonly<Record<ComponentKind, ReadonlySet<string>>> = {
  receivers: types(`
    active_directory_ds aerospike apache apachespark awscloudwatch awsecscontainermetrics awsfirehose awss3 awsxray azureblob azureeventhub
    azure_event_hub azuremonitor azure_monitor bigip carbon chrony cisco_os cloudflare cloudfoundry collectd couchdb datadog docker_stats
    elasticsearch envoyals expvar faro file_log filelog filestats flinkmetrics fluentforward github gitlab googlecloudmonitoring googlecloudpubsub
    googlecloudspanner haproxy host_metrics hostmetrics httpcheck icmpcheck iis influxdb jaeger jmx journald k8s_cluster k8s_events k8sobjects
    kafka kafkametrics kubeletstats libhoney loki memcached mongodb mongodbatlas mysql namedpipe netflow nginx nop nsxt ntp oracledb otelarrow
    otlp otlp_json_file otlpjsonfile podman_stats postgresql pprof prometheus prometheus_remote_write prometheus_simple prometheusremotewrite
    pulsar purefa purefb rabbitmq receiver_creator redfish redis riak saphana signalfx simpleprometheus skywalking snmp snowflake solace
    splunk_hec splunkenterprise sqlquery sqlserver sshcheck statsd stef syslog systemd tcpcheck tcplog tlscheck udplog vcenter vcr
    wavefront webhookevent windowseventlog windowsperfcounters windowsservice yanggrpc zipkin zookeeper`),
  processors: types(`
    attributes batch coralogix cumulativetodelta datadogsemantics deltatocumulative deltatorate dnslookup filter geoip groupbyattrs groupbytrace
    interval isolationforest k8s_attributes k8sattributes log_dedup logdedup logstransform lookup memory_limiter metricsgeneration
    metricstarttime metricstransform probabilistic_sampler redaction remotetap resource resourcedetection resource_detection schema span
    sumologic tail_sampling transform unroll`),
  exporters: types(`
    alertmanager alibabacloud_logservice awscloudwatchlogs awsemf awskinesis awss3 awsxray azureblob azuredataexplorer azuremonitor bmchelix
    carbon cassandra clickhouse coralogix datadog dataset debug doris elasticsearch faro file googlecloud googlecloudpubsub
    googlemanagedprometheus honeycombmarker influxdb kafka kinetica load_balancing loadbalancing logicmonitor logzio mezmo nop opensearch
    otelarrow otlp otlp_grpc otlp_http otlphttp prometheus prometheus_remote_write prometheusremotewrite pulsar rabbitmq sapm sematext sentry
    signalfx splunk_hec stef sumologic syslog tencentcloud_logservice tinybird zipkin`),
  extensions: types(`
    ack asapclient aws_proxy awsproxy azure_auth basicauth bearertokenauth cgroup_runtime cgroupruntime datadog db_storage docker_observer
    ecs_observer ecs_task_observer file_storage googleclientauth headers_setter health_check healthcheckv2 host_observer http_forwarder
    jaegerremotesampling k8s_leader_elector k8s_observer kafkatopics_observer memory_limiter oauth2client oidc opamp pprof redis_storage
    remotetap sigv4auth sumologic text_encoding zpages`),
};

function types(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
