package org.careroom;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** One place for the rooms of a clinical organization, started as one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Careroom {

    public static void main(String[] arguments) {
        SpringApplication.run(Careroom.class, arguments);
    }
}
