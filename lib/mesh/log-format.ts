import type { LogFormatIntent } from './private/telemetry/telemetry-intent';

/** How a log writes each request. Values are in the language of the mesh: for Istio operators of Envoy, such as `%RESPONSE_CODE%`. */
export class LogFormat {
  /** One object of JSON a line, with fields of one's own. @throws when there is none, or one has no name or no value */
  public static fields(fields: { [name: string]: string }): LogFormat {
    const all = Object.entries(fields);
    if (all.length === 0 || all.some(([name, value]) => name === '' || value === '')) {
      throw new Error('LogFormat.fields: expected at least one field, each with a name and a value. Set them, for example { method: "%REQ(:METHOD)%" }.');
    }
    return new LogFormat({ fields: { ...fields } });
  }

  /** One object of JSON a line, with what one usually looks for in 21 fields. */
  public static json(): LogFormat {
    return LogFormat.fields(USUAL_FIELDS);
  }

  /** Lines of text. They end with a line break, which is added where it lacks. @throws when there is none */
  public static text(line: string): LogFormat {
    if (line.trim() === '') {
      throw new Error('LogFormat.text: the line is empty. Set it, for example "%REQ(:METHOD)% %RESPONSE_CODE%".');
    }
    return new LogFormat({ text: line.endsWith('\n') ? line : `${line}\n` });
  }

  /** @internal */
  public readonly _intent: LogFormatIntent;

  private constructor(intent: LogFormatIntent) {
    this._intent = intent;
  }
}

const USUAL_FIELDS = {
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
} as const;
