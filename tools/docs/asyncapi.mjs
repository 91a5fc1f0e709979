// docs/asyncapi.yaml: the topics of the bus and every released event on them, made from what is released.
import { Document, visit } from 'yaml';

const AVRO = 'application/vnd.apache.avro;version=1.9.0';
const BINDING = '0.5.0';
/** What is not wider than this stands on a line, as in the sources of schemas. */
const WIDTH = 150;

/**
 * @param contracts the exports of libs/contracts
 * @param eventLog the exports of libs/event-log
 * @param version of the build
 * @returns the document as AsyncAPI 3.0 has it
 */
export function asyncApiOf({ contracts, eventLog, version }) {
  const { TOPICS, schemasByFingerprint } = contracts;
  const schemas = [...schemasByFingerprint.values()];
  const written = TOPICS.filter((topic) => schemas.some((schema) => schema.topic === topic));
  return {
    asyncapi: '3.0.0',
    id: eventLog.CE_SOURCE,
    info: {
      title: 'Referral bus: the event log',
      version,
      description: [
        'Every fact of the bus as it stands in Kafka, for whoever runs a consumer beside those of the bus: an archive, a witness, another view.',
        'Agencies have no access to topics: they read their feed over HTTP (`GET /openapi.json` of a running bus).',
        '',
        'Partition = lane, the same number in every topic. A lane has one gapless order over all topics, which `bus-place` names: topics only route.',
        'Records may be repeated and may come late. One is applied when the reader stands at the highest `after` among the topics that it reads, and skipped at or below its own position.',
        'A record without a valid `bus-mac` has no place: it is read past.',
        '',
        'A value is the Confluent frame: 0x00, the id that the registry has for the schema (four bytes, big endian), bare Avro. A record has the time of acceptance.',
      ].join('\n'),
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/avro',
    servers: serversOf(),
    channels: Object.fromEntries(TOPICS.map((topic) => [topic, channelOf(topic, schemas, { contracts, eventLog })])),
    operations: Object.fromEntries(written.flatMap(operationsOf)),
    components: {
      messages: Object.fromEntries(
        schemas.map((schema) => [keyOf(schema), messageOf(schema, { contracts, eventLog })]),
      ),
      schemas: { recordHeaders: headersOf(eventLog) },
      correlationIds: {
        request: {
          description: 'Groups everything that one request caused.',
          location: '$message.payload#/meta/correlation',
        },
      },
      messageBindings: { record: { kafka: recordBinding() } },
      securitySchemes: {
        scram: {
          type: 'scramSha512',
          description: "Over TLS. Only the relay's credential may write to topics; consumers may read them.",
        },
      },
    },
  };
}

/** The document's text. Whatever reads YAML 1.1 reads the same as what reads 1.2, and no alias is to be followed. */
export function yamlOf(content) {
  const document = new Document(content, { aliasDuplicateObjects: false });
  document.commentBefore = ' Generated from schemas/released by `npm run docs`. Do not edit.';
  visit(document, {
    Collection: (_, node) => {
      if (JSON.stringify(node).length > WIDTH) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  return document.toString({ lineWidth: 0, compat: 'yaml-1.1' });
}

function serversOf() {
  const brokers = {
    description: 'Bootstrap list: `host:port` each, with commas between (`KAFKA_BROKERS`).',
    examples: ['localhost:9092'],
  };
  return {
    deployment: {
      host: '{brokers}',
      protocol: 'kafka-secure',
      description: 'Of a deployment, which may put a prefix of its own before all topic names (`KAFKA_TOPIC_PREFIX`).',
      variables: { brokers },
      security: [{ $ref: '#/components/securitySchemes/scram' }],
    },
    local: {
      host: '{brokers}',
      protocol: 'kafka',
      description: 'Of `npm start`: on loopback only, and written into `.data/endpoints.json`.',
      variables: { brokers },
    },
  };
}

function channelOf(topic, schemas, { contracts: { LANE_COUNT, ordinalOf }, eventLog: { topicSettings } }) {
  const own = schemas.filter((schema) => schema.topic === topic);
  const settings = topicSettings({ keepMs: null });
  const ordinal = `Its ordinal, the index in \`after\`, is ${ordinalOf(topic)}.`;
  return {
    address: topic,
    description:
      own.length > 0
        ? ordinal
        : `${ordinal} Name and ordinal are released; nothing is written there yet, and no topic is made.`,
    messages: Object.fromEntries(own.map((each) => [keyOf(each), { $ref: `#/components/messages/${keyOf(each)}` }])),
    bindings: {
      kafka: {
        topic,
        partitions: LANE_COUNT,
        topicConfiguration: {
          'cleanup.policy': [settings['cleanup.policy']],
          'retention.ms': Number(settings['retention.ms']),
          'retention.bytes': Number(settings['retention.bytes']),
          'max.message.bytes': Number(settings['max.message.bytes']),
        },
        bindingVersion: BINDING,
      },
    },
  };
}

function operationsOf(topic) {
  const channel = { $ref: `#/channels/${topic}` };
  const groupId = {
    type: 'string',
    description: 'Of its own for each consumer; another set of topics is another group.',
  };
  return [
    [
      `read.${topic}`,
      {
        action: 'receive',
        channel,
        summary:
          'Consumers read, each from the beginning, and keep their places themselves: the committed offset is a hint for tools.',
        bindings: { kafka: { groupId, bindingVersion: BINDING } },
      },
    ],
    [
      `relay.${topic}`,
      {
        action: 'send',
        channel,
        summary:
          'The relay alone writes, lane by lane in the order of positions, what the journal has accepted; after a crash once more.',
        bindings: { kafka: { bindingVersion: BINDING } },
      },
    ],
  ];
}

const keyOf = ({ event, version }) => `${event}.v${version}`;

function messageOf(schema, { contracts: { newestSchema }, eventLog: { ceTypeOf } }) {
  const { event, version, fingerprintHex, text } = schema;
  const avro = JSON.parse(text);
  const newest = newestSchema(event);
  return {
    name: ceTypeOf(schema),
    title: event,
    summary: avro.doc,
    ...(newest !== schema && {
      description: `Version ${newest.version} is written now. Events of this version stay in the log for ever and are read by the newer schema.`,
      deprecated: true,
    }),
    headers: {
      type: 'object',
      allOf: [{ $ref: '#/components/schemas/recordHeaders' }],
      properties: { 'bus-schema': { const: fingerprintHex }, ce_type: { const: ceTypeOf(schema) } },
    },
    payload: { schemaFormat: AVRO, schema: avro },
    correlationId: { $ref: '#/components/correlationIds/request' },
    bindings: { $ref: '#/components/messageBindings/record' },
  };
}

function recordBinding() {
  return {
    key: {
      type: 'string',
      description: 'Id of the leg that the event belongs to, whatever its stream; the stream where there is none.',
    },
    schemaIdLocation: 'payload',
    schemaIdPayloadEncoding: 'confluent',
    schemaLookupStrategy: 'TopicRecordNameStrategy',
    bindingVersion: BINDING,
  };
}

function headersOf({ CE_SOURCE }) {
  const text = (description, more = {}) => ({ type: 'string', description, ...more });
  const properties = {
    'bus-place': text(
      "`lane/position/after/previous`: decimals; of `after` with commas between, by a topic's ordinal the position of its last earlier event in the lane (empty for none, 0 or absent for none of that topic); `previous` the leaf of position - 1 in hex, 64 zeros for the first of a lane.",
      { pattern: '^(0|[1-9]\\d*)/[1-9]\\d*/((0|[1-9]\\d*)(,(0|[1-9]\\d*))*)?/[0-9a-f]{64}$' },
    ),
    'bus-schema': text(
      "SHA-256 of the released schema's text, in hex: how the bus itself finds the schema, whatever id the registry has for it.",
      {
        pattern: '^[0-9a-f]{64}$',
      },
    ),
    'bus-mac': text(
      'Id of a key, and in hex the HMAC-SHA-256 of the relay under it over topic (without a prefix), key, `bus-place`, `bus-schema` and the leaf: SHA-256 of 0x00, 0x01, the 32 bytes of `bus-schema` and the bare Avro.',
      { pattern: '^[A-Za-z0-9_-]{1,32}:[0-9a-f]{64}$' },
    ),
    ce_specversion: { const: '1.0' },
    ce_id: text('Id of the event, a UUIDv7.', { format: 'uuid' }),
    ce_source: { const: CE_SOURCE },
    ce_type: text('Full name of the event and version of its schema.', {
      pattern: '^bus\\.[a-z]+\\.[A-Za-z]+\\.v[1-9]\\d*$',
    }),
    ce_subject: text('The stream, as family/id.'),
    'content-type': { const: 'application/avro' },
  };
  return {
    type: 'object',
    description:
      "The bus itself reads `bus-place`, `bus-schema` and `bus-mac` only, which must equal the event's `meta`; the others are those of the CloudEvents binding of Kafka (binary mode), for tools of strangers, and the MAC does not cover them.",
    required: Object.keys(properties),
    properties,
  };
}
