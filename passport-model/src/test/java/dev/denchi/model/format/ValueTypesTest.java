package dev.denchi.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypesTest {
    private static final ValueTypes TYPES = new ValueTypes();

    @ParameterizedTest
    @CsvSource({
        "battery.json#/properties/manufacturingDate, \"2027-02\", xsd:gYearMonth",
        "battery.json#/properties/manufacturingDate, \"2027-02-18\", xsd:date",
        "battery.json#/properties/placedOnMarketDate, \"2027-02-18\", xsd:date",
        "battery.json#/properties/productIdentifier, \"https://a.example/01/1\", xsd:anyURI",
        "battery.json#/properties/serialNumber, \"2027-02-18\", xsd:string",
        "battery.json#/properties/operatorInformation/properties/webAddress, \"https://a.example\", xsd:anyURI",
        "condition.json#/properties/lastUpdate, \"2027-02-18T10:00:00Z\", xsd:dateTime",
        "condition.json#/properties/stateOfCharge/properties/value, 62, xsd:decimal",
        "condition.json#/properties/stateOfCharge/properties/lastUpdate, \"2027-02-18T10:00:00Z\", xsd:dateTime",
        "condition.json#/properties/negativeEvents/items/properties/lastUpdate, \"2027-02-18T10:00:00Z\", xsd:dateTime",
        "condition.json#/properties/expectedNumberOfCycles, 1500, xsd:integer",
        "battery-model.json#/properties/warrantyPeriod, \"P8Y\", xsd:duration",
        "battery-model.json#/properties/warrantyPeriod, \"P2W\", xsd:string",
        "due-diligence.json#/properties/reportingPeriod/properties/from, \"2026-04-01\", xsd:date",
    })
    void a_value_has_the_type_of_its_place(String place, String json, String type) {
        assertEquals(type, TYPES.of(RecordSchemas.ADDRESS + place, StrictJson.read(json)));
    }

    @ParameterizedTest
    @CsvSource({"true, xsd:boolean", "12, xsd:integer", "1.5, xsd:decimal", "\"2027-02-18\", xsd:string"})
    void a_value_of_an_unknown_place_has_the_type_it_looks_like(String json, String type) {
        assertEquals(type, TYPES.of(RecordSchemas.ADDRESS + "none.json#/properties/some", StrictJson.read(json)));
    }
}
