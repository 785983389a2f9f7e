package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.Snapshots;
import io.examledger.query.projection.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * A second set of read-model tables in a schema of its own, empty, made by the migrations that made the served ones: the
 * same columns, keys and names. Columns that a newer release has added to the served ones are added here as well.
 */
final class ShadowTables {
    private static final String SCRIPTS = "classpath*:db/readmodel/common/V*.sql";
    private final NamedParameterJdbcTemplate jdbc;
    private final String schema;
    private final boolean postgres;
    private final ShadowIndexes indexes;
    private final ShadowColumns columns;

    ShadowTables(DataSource dataSource, String schema) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.schema = schema;
        this.postgres = Snapshots.isPostgres(dataSource);
        this.indexes = new ShadowIndexes(jdbc, schema);
        this.columns = new ShadowColumns(jdbc, schema, postgres);
    }

    String schema() {
        return schema;
    }

    ReadModelWriter writer() {
        ReadModelWriter batches = new TableWriter(jdbc, schema);
        return postgres ? new CopyingWriter(jdbc.getJdbcOperations(), schema, batches) : batches;
    }

    /** Begins anew: what is there is dropped. */
    void create() {
        drop();
        jdbc.getJdbcOperations().execute((ConnectionCallback<Boolean>) connection -> {
            for (Resource script : scripts()) {
                ScriptUtils.executeSqlScript(connection, renamed(script));
            }
            return true;
        });
        columns.adopt();
    }

    /** The same, and without what only readers need, until {@link #complete}. */
    void createBare(List<Projection> projections) {
        create();
        if (postgres) {
            indexes.drop(projections.stream()
                    .flatMap(projection -> projection.growingTables().stream())
                    .toList());
        }
    }

    /** Until the transaction ends, rows are looked up by their keys: nobody has counted rows that are this young. */
    void preferKeys() {
        if (postgres) {
            jdbc.getJdbcOperations().execute("set local enable_seqscan = off");
        }
    }

    /** Makes what was left out. */
    void complete() {
        indexes.make();
    }

    /** Whether tables have the columns of the served ones, so that they can be compared and exchanged. */
    boolean haveServedColumns(List<String> tables) {
        return tables.stream().allMatch(columns::areServed);
    }

    void drop() {
        jdbc.getJdbcOperations().execute("drop schema if exists " + schema + " cascade");
    }

    /** How far a projection has been folded here. */
    long position(String projection) {
        Long position = jdbc.queryForObject(
                "select position from " + schema + ".projection where name = :name",
                new MapSqlParameterSource("name", projection),
                Long.class);
        if (position == null) {
            throw new IllegalStateException(projection + " has no position in " + schema);
        }
        return position;
    }

    /** @throws IllegalStateException if the projection is folded further here, or less far */
    void requireAt(String projection, long position) {
        long here = position(projection);
        if (here != position) {
            throw new IllegalStateException(projection + " is folded up to " + here + " in " + schema + ", and up to "
                    + position + " where it is served");
        }
    }

    boolean exist() {
        Integer found = jdbc.queryForObject(
                "select count(*) from information_schema.schemata where schema_name = :schema",
                new MapSqlParameterSource("schema", schema),
                Integer.class);
        return found != null && found > 0;
    }

    /** In the transaction that writes the rows. */
    void advance(String projection, long position) {
        jdbc.update(
                "update " + schema + ".projection set position = :position where name = :name",
                new MapSqlParameterSource("name", projection).addValue("position", position));
    }

    private static List<Resource> scripts() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(SCRIPTS))
                    .sorted(Comparator.comparingInt(ShadowTables::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of {@code V201__read_models.sql}: 201. */
    private static int version(Resource script) {
        String name = String.valueOf(script.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    /** The statements, about these tables instead of the served ones. */
    String inSchema(String statements) {
        return statements.replaceAll("\\b" + TableWriter.SCHEMA + "\\b", schema);
    }

    /** Digest of the migrations: tables that were made of others are to be made anew. */
    static String madeOf() {
        MessageDigest sha256 = TableRows.sha256();
        for (Resource script : scripts()) {
            try {
                sha256.update(script.getContentAsByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private Resource renamed(Resource script) {
        try {
            String text = script.getContentAsString(StandardCharsets.UTF_8);
            return new ByteArrayResource(inSchema(text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
