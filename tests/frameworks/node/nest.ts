// A NestJS application with what its users write; each route gives back what it understood.
import 'reflect-metadata';
import {
  Body, Controller, Delete, Get, Header, Headers, HttpCode, Module, NotFoundException, Param,
  ParseEnumPipe, ParseFloatPipe, ParseIntPipe, ParseUUIDPipe, Patch, Post, Query, Redirect,
  StreamableFile, UploadedFile, UploadedFiles, UseInterceptors, ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FileInterceptor, FilesInterceptor } from '@nestjs/platform-express';
import {
  ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiExtraModels, ApiHeader,
  ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiProperty,
  ApiPropertyOptional, ApiQuery, ApiTags, DocumentBuilder, PartialType, SwaggerModule,
  getSchemaPath,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray, IsBoolean, IsDateString, IsEnum, IsIn, IsInt, IsNumber, IsOptional, IsString, Min,
  ValidateNested,
} from 'class-validator';

enum Size { Small = 'small', Large = 'large' }

class Owner {
  @ApiProperty() @IsString() name: string;
  @ApiPropertyOptional({ nullable: true }) @IsOptional() @IsString() mail?: string | null;
}

class Collar {
  @ApiProperty({ enum: ['collar'] }) @IsIn(['collar']) kind: 'collar';
  @ApiProperty() @IsNumber() width: number;
}

class Bell {
  @ApiProperty({ enum: ['bell'] }) @IsIn(['bell']) kind: 'bell';
  @ApiProperty() @IsBoolean() loud: boolean;
}

@ApiExtraModels(Collar, Bell)
class CreateCat {
  @ApiProperty() @IsString() name: string;
  @ApiProperty({ type: 'integer', minimum: 0 }) @IsInt() @Min(0) age: number;
  @ApiPropertyOptional() @IsOptional() @IsNumber() weight?: number;
  @ApiPropertyOptional({ enum: Size, enumName: 'Size' }) @IsOptional() @IsEnum(Size) size?: Size;
  @ApiPropertyOptional({ type: [String] }) @IsOptional() @IsArray() @IsString({ each: true }) tags?: string[];
  @ApiPropertyOptional({ type: Owner }) @IsOptional() @ValidateNested() @Type(() => Owner) owner?: Owner;
  @ApiPropertyOptional({ type: [Owner] }) @IsOptional() @ValidateNested({ each: true }) @Type(() => Owner) friends?: Owner[];
  @ApiPropertyOptional({ format: 'date-time', type: String }) @IsOptional() @IsDateString() born?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) @IsOptional() extra?: Record<string, unknown>;
  @ApiPropertyOptional({
    oneOf: [{ $ref: getSchemaPath(Collar) }, { $ref: getSchemaPath(Bell) }],
    discriminator: { propertyName: 'kind', mapping: { collar: getSchemaPath(Collar), bell: getSchemaPath(Bell) } },
  })
  @IsOptional() wears?: Collar | Bell;
}

class UpdateCat extends PartialType(CreateCat) {}

class Cat extends CreateCat {
  @ApiProperty({ format: 'uuid', readOnly: true }) id: string;
  @ApiProperty({ format: 'date-time', type: String, readOnly: true }) created: string;
}

class Counted {
  @ApiProperty({ type: 'integer' }) total: number;
  @ApiProperty({ type: [Cat] }) items: Cat[];
}

class Echo {
  @ApiProperty({ type: 'object', additionalProperties: true }) seen: Record<string, unknown>;
}

class Upload {
  @ApiProperty({ type: 'string', format: 'binary' }) file: unknown;
  @ApiPropertyOptional() @IsOptional() @IsString() note?: string;
}

class Uploads {
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'binary' } }) files: unknown[];
}

const cats = new Map<string, Cat>();
const FIRST = '00000000-0000-4000-8000-000000000001';

@ApiTags('cats')
@Controller('cats')
class CatsController {
  @Get()
  @ApiQuery({ name: 'tag', required: false, isArray: true, type: String })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', default: 10 } })
  @ApiOkResponse({ type: Counted })
  findAll(@Query('tag') tag?: string | string[], @Query('limit') limit = '10'): Counted {
    const tags = tag === undefined ? [] : [tag].flat();
    const found = [...cats.values()].filter((one) => !tags.length || tags.some((t) => one.tags?.includes(t)));
    return { total: found.length, items: found.slice(0, Number(limit)) };
  }

  @Post()
  @ApiCreatedResponse({ type: Cat })
  create(@Body() cat: CreateCat): Cat {
    const stored = { ...cat, id: FIRST, created: '2026-01-02T03:04:05.678Z' };
    cats.set(FIRST, stored);
    return stored;
  }

  @Get(':id')
  @ApiOkResponse({ type: Cat })
  @ApiNotFoundResponse({ description: 'There is no such cat.' })
  findOne(@Param('id', ParseUUIDPipe) id: string): Cat {
    const cat = cats.get(id);
    if (!cat) throw new NotFoundException(`no cat ${id}`);
    return cat;
  }

  @Patch(':id')
  @ApiOkResponse({ type: Cat })
  update(@Param('id', ParseUUIDPipe) id: string, @Body() changes: UpdateCat): Cat {
    const changed = { ...cats.get(id)!, ...changes };
    cats.set(id, changed);
    return changed;
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id', ParseUUIDPipe) id: string): void {
    cats.delete(id);
  }

  @Get(':id/lives/:number')
  @ApiOkResponse({ type: Echo })
  life(@Param('number', ParseIntPipe) number: number, @Param('id', ParseUUIDPipe) id: string): Echo {
    return { seen: { number, id } };
  }
}

@ApiTags('values')
@Controller('values')
class ValuesController {
  @Get('query')
  @ApiOkResponse({ type: Echo })
  @ApiQuery({ name: 'size', enum: Size, enumName: 'Size' })
  query(
    @Query('whole', ParseIntPipe) whole: number,
    @Query('share', ParseFloatPipe) share: number,
    @Query('size', new ParseEnumPipe(Size)) size: Size,
  ): Echo {
    return { seen: { whole, share, size } };
  }

  @Get('headers')
  @ApiHeader({ name: 'X-Trace', required: true })
  @ApiOkResponse({ type: Echo })
  headers(@Headers('x-trace') trace: string): Echo {
    return { seen: { trace } };
  }

  @Post('numbers')
  @ApiBody({ type: [Number] })
  @ApiCreatedResponse({ type: Echo })
  numbers(@Body() numbers: number[]): Echo {
    return { seen: { numbers, types: numbers.map((one) => typeof one) } };
  }

  @Get('text')
  @Header('Content-Type', 'text/plain')
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String })
  text(): string {
    return 'plain';
  }

  @Get('file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(): StreamableFile {
    return new StreamableFile(Uint8Array.from([255, 0, 1]));
  }

  @Get('moved')
  @Redirect('/values/text', 302)
  moved(): void {}

  @Get('undeclared')
  @ApiOkResponse()
  undeclared() {
    return { any: [1, 'two', null] };
  }

  @Get('secret')
  @ApiBearerAuth()
  @ApiOkResponse({ type: Echo })
  secret(@Headers('authorization') authorization: string): Echo {
    return { seen: { authorization } };
  }
}

@ApiTags('files')
@Controller('files')
class FilesController {
  @Post('one')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: Upload })
  @ApiCreatedResponse({ type: Echo })
  one(@UploadedFile() file: { originalname: string; size: number }, @Body('note') note?: string): Echo {
    return { seen: { name: file.originalname, size: file.size, note: note ?? null } };
  }

  @Post('many')
  @UseInterceptors(FilesInterceptor('files'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: Uploads })
  @ApiCreatedResponse({ type: Echo })
  many(@UploadedFiles() files: { size: number }[]): Echo {
    return { seen: { sizes: files.map((one) => one.size) } };
  }
}

@Module({ controllers: [CatsController, ValuesController, FilesController] })
class AppModule {}

async function start(): Promise<void> {
  const app = await NestFactory.create(AppModule, { logger: false });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true }));
  const config = new DocumentBuilder().setTitle('Cats').setVersion('1').addBearerAuth().build();
  SwaggerModule.setup('docs', app, SwaggerModule.createDocument(app, config), { jsonDocumentUrl: '/spec.json' });
  await app.listen(0, '127.0.0.1');
  console.log(await app.getUrl());
}

declare const process: { stdin: { on(event: string, done: () => void): void; resume(): void }; exit(): void };
process.stdin.on('end', () => process.exit());
process.stdin.resume();
void start();
