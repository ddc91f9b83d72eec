import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '../identity/guard.ts';
import { Metrics } from './metrics.ts';

@ApiTags('operation')
@Controller('metrics')
@Open()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: '指标 / Metrics for Prometheus' })
  async read(): Promise<string> {
    return await this.metrics.registry.metrics();
  }
}
