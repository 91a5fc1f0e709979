// A CommonJS package that requires Nest while jest is still linking Nest's ES modules fails ("in a cycle"): load Nest first.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
