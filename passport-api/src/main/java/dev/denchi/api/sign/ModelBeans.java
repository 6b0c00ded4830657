package dev.denchi.api.sign;

import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.readiness.DataPoints;
import dev.denchi.model.readiness.DataPointsFile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the model offers, as beans. */
final class ModelBeans {

    @Produces
    @Singleton
    AccessPolicy accessPolicy() {
        return AccessPolicyFile.bundled();
    }

    /** Compiled once, for all who judge by them. */
    @Produces
    @Singleton
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Produces
    @Singleton
    RecordReader recordReader(RecordSchemas schemas) {
        return new RecordReader(schemas);
    }

    @Produces
    @Singleton
    DataPoints dataPoints() {
        return DataPointsFile.bundled();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
