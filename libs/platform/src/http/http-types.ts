import type { HttpServer } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

// The server's own types, as the platform adapter names them: one version of the server, and none of it to be imported.
type Adapter = ReturnType<NestFastifyApplication['getHttpAdapter']>;

export type HttpRequest = Adapter extends HttpServer<infer Request, infer _Reply, infer _Instance> ? Request : never;
export type HttpReply = Adapter extends HttpServer<infer _Request, infer Reply, infer _Instance> ? Reply : never;
export type HttpInstance = Adapter extends HttpServer<infer _Request, infer _Reply, infer Instance> ? Instance : never;
