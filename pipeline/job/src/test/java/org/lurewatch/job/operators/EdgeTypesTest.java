package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.RandomData;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WatchState;

/** Every record there is may cross an edge or lie in state. */
class EdgeTypesTest {
    private static final int INSTANCES = 20;
    private static final long SEED = 20_261_129;

    static {
        TrustedClasses.register();
    }

    static List<Class<? extends SpecificRecordBase>> records() {
        return new ClassFileImporter()
                .importPackagesOf(ReceivedPosting.class).stream()
                        .filter(type -> type.isAssignableTo(SpecificRecordBase.class))
                        .map(JavaClass::reflect)
                        .<Class<? extends SpecificRecordBase>>map(type -> type.asSubclass(SpecificRecordBase.class))
                        .toList();
    }

    @Test
    void noneIsOverlooked() {
        assertTrue(records().containsAll(List.of(ReceivedPosting.class, WatchState.class)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void flinkRecognisesItAsAvroAndBringsItOverUnchanged(Class<? extends SpecificRecordBase> type) throws IOException {
        assertBroughtOver(type);
    }

    private static <T extends SpecificRecordBase> void assertBroughtOver(Class<T> type) throws IOException {
        TypeInformation<T> information = TypeInformation.of(type);
        assertInstanceOf(AvroTypeInfo.class, information);
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        TypeSerializer<T> serializer = information.createSerializer(config);
        for (T record : instances(type)) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.serialize(record, out);
            assertEquals(record, serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())));
            assertEquals(record, serializer.copy(record));
        }
    }

    /** Chance values in every field, the same in each run. */
    private static <T extends SpecificRecordBase> List<T> instances(Class<T> type) throws IOException {
        Schema schema = SpecificData.get().getSchema(type);
        GenericDatumWriter<Object> writer = new GenericDatumWriter<>(schema);
        SpecificDatumReader<T> reader = new SpecificDatumReader<>(type);
        List<T> instances = new ArrayList<>();
        for (Object values : new RandomData(schema, INSTANCES, SEED)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            writer.write(values, encoder);
            encoder.flush();
            instances.add(reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)));
        }
        return instances;
    }
}
